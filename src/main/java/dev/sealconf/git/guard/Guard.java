package dev.sealconf.git.guard;

import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.git.guard.content.CopyCheck;
import dev.sealconf.git.guard.content.OpeningCheck;
import dev.sealconf.git.guard.content.PlainCheck;
import dev.sealconf.git.guard.content.PrivateKeyCheck;
import dev.sealconf.git.guard.content.SealedCheck;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Findings;
import dev.sealconf.git.guard.read.Contents;
import dev.sealconf.git.guard.read.Listings;
import dev.sealconf.git.guard.read.Plumbing;
import dev.sealconf.git.guard.scope.Change;
import dev.sealconf.git.guard.scope.Scope;
import dev.sealconf.git.guard.scope.Work;
import dev.sealconf.git.guard.settings.Demand;
import dev.sealconf.git.guard.settings.Settings;
import dev.sealconf.git.guard.settings.SettingsReader;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.SharedKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Checks versions of files in a repository ({@code docs/git-verify.md}). For one run. */
public final class Guard implements AutoCloseable {
  /** Larger files that need not be encrypted are not read. */
  private static final long SMALL = 1 << 20;

  private final DocumentFormats formats;
  private final Plumbing git;
  private final Listings listings;
  private final Contents contents;
  private final SettingsReader settings;
  private final Findings findings = new Findings();
  private final OpeningCheck opening;
  private final SealedCheck sealedCheck;
  private final PlainCheck plainCheck;
  private final PrivateKeyCheck keyCheck;
  private final TreeSet<String> checked = new TreeSet<>();
  private final List<FileVersion> plain = new ArrayList<>();
  private final Map<String, Boolean> sealed = new HashMap<>();
  private final Map<String, String> originals = new HashMap<>();
  private int encrypted;

  /**
   * Creates a guard of this repository.
   *
   * @param keys opens files; empty to check only what needs no key
   */
  public Guard(Session session, Repository repository, Optional<KeyRing> keys) {
    this.formats = session.formats();
    this.git = new Plumbing(repository);
    this.listings = new Listings(git);
    this.contents = new Contents(repository, git);
    this.settings = new SettingsReader(session.world(), git, contents);
    this.opening = new OpeningCheck(session.world(), keys, findings);
    this.sealedCheck = new SealedCheck(session.providers(), findings, opening);
    this.plainCheck = new PlainCheck(findings);
    this.keyCheck = new PrivateKeyCheck(session.providers(), findings);
  }

  /**
   * Checks what a scope names.
   *
   * @throws dev.sealconf.error.SealconfException if git can't read the repository
   */
  public Verification run(Scope scope) {
    Work work = scope.work(git, listings, settings);
    List<String> paths = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    for (Change change : work.changes()) {
      paths.add(change.file().path());
      objects.add(change.file().object());
      objects.addAll(change.before());
    }
    contents.ask(objects);
    for (Settings used : work.settings()) {
      used.ask(paths);
      used.problems()
          .forEach(p -> findings.add(p.check(), p.file(), p.line(), p.message(), p.hint()));
    }
    originals.putAll(work.files());
    work.changes().forEach(this::check);
    work.removed().forEach(this::remember);
    CopyCheck copies = new CopyCheck(findings);
    copies.byContent(plain, opening.plain());
    copies.byName(
        plain, originals.keySet(), (path, copy, uncertain) -> isOriginal(path, copy, uncertain));
    return new Verification(findings.sorted(), List.copyOf(checked), encrypted, opening.unopened());
  }

  private void check(Change change) {
    FileVersion file = change.file();
    Demand demand = change.demand();
    if (demand.exempt()) {
      return;
    }
    checked.add(file.path());
    filteredSettings(change);
    OptionalLong size = contents.size(file.object());
    if (size.isEmpty()) {
      findings.add(
          Check.MISSING, file, 0, "its content is not in this clone", "fetch it, then check again");
      return;
    }
    long most = demand.required() ? Limits.FILE_BYTES : SMALL;
    if (size.getAsLong() > most) {
      if (demand.required()) {
        tooLarge(file, size.getAsLong());
      }
      return;
    }
    contents.bytes(file.object(), most).ifPresent(bytes -> check(change, demand, bytes));
  }

  private void check(Change change, Demand demand, byte[] bytes) {
    FileVersion file = change.file();
    keyCheck.check(file, bytes);
    Input input = input(file, bytes);
    if (isSealed(file.object(), bytes)) {
      encrypted++;
      originals.put(file.path(), file.object());
      sealedCheck.check(file, input, demand);
    } else if (bytes.length > 0) {
      plain.add(file);
      if (demand.required()) {
        plainCheck.check(file, input, demand, Check.PLAINTEXT);
      } else if (change.before().stream().anyMatch(this::isSealed)) {
        Demand before = demand.because("an earlier version is encrypted");
        plainCheck.check(file, input, before, Check.DECRYPTED);
      }
    }
  }

  /** Remembers an encrypted file that is removed: it may come back as a plain one. */
  private void remember(String path, String object) {
    if (isSealed(object)) {
      FileVersion file = new FileVersion(path, object, "");
      originals.put(path, object);
      contents.bytes(object, SMALL).ifPresent(bytes -> opening.remember(file, input(file, bytes)));
    }
  }

  private void filteredSettings(Change change) {
    FileVersion file = change.file();
    if (change.settings().filterSettings(file.path())) {
      findings.add(
          Check.SETTINGS,
          file,
          0,
          "an attribute lets git encrypt this file, which nothing could read then",
          "add this line to .gitattributes: " + file.lastName() + " !filter !diff !merge");
    }
  }

  private void tooLarge(FileVersion file, long size) {
    findings.add(
        Check.TOO_LARGE,
        file,
        0,
        "it has " + (size >> 20) + " MiB, more than " + (Limits.FILE_BYTES >> 20),
        "split the file, or keep it outside of the repository");
  }

  private Input input(FileVersion file, byte[] bytes) {
    return new Input(new SourceText(file.name(), bytes), formats.forFile(file.lastName(), bytes));
  }

  private boolean isSealed(String object) {
    return sealed.containsKey(object)
        ? sealed.get(object)
        : contents.bytes(object, SMALL).map(bytes -> isSealed(object, bytes)).orElse(false);
  }

  private boolean isSealed(String object, byte[] bytes) {
    return sealed.computeIfAbsent(object, any -> formats.sealedAs(bytes).isPresent());
  }

  private boolean isOriginal(String path, FileVersion copy, boolean uncertain) {
    String object = originals.get(path);
    if (object == null || !isSealed(object)) {
      return false;
    }
    Optional<byte[]> original = contents.bytes(object, SMALL);
    Optional<byte[]> other = contents.bytes(copy.object(), Limits.FILE_BYTES);
    return !uncertain
        || original.isPresent()
            && other.isPresent()
            && SharedKeys.in(other.get(), input(new FileVersion(path, object, ""), original.get()));
  }

  @Override
  public void close() {
    contents.close();
    settings.close();
  }
}
