package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Answers questions from several threads in as few sessions as possible: questions that arrive
 * during a session wait, then share the next one.
 *
 * @param <Q> a question
 * @param <A> an answer
 */
final class SharedSessions<Q, A> {
  private final Function<List<Q>, List<A>> session;
  private final Object turn = new Object();
  private Batch open = new Batch();

  /**
   * Creates sessions.
   *
   * @param session answers every question in a list, in the list's order
   */
  SharedSessions(Function<List<Q>, List<A>> session) {
    this.session = session;
  }

  /**
   * Returns the answer to a question.
   *
   * @throws SealconfException if the session that handled the question failed
   */
  A ask(Q question) {
    Batch batch;
    int place;
    synchronized (this) {
      batch = open;
      place = batch.questions.size();
      batch.questions.add(question);
    }
    synchronized (turn) {
      synchronized (this) {
        if (open == batch) {
          open = new Batch();
        }
      }
      return batch.answers().get(place);
    }
  }

  /** The questions for one session. They are guarded by {@link #turn} once no more can be added. */
  private final class Batch {
    private final List<Q> questions = new ArrayList<>();
    private List<A> answers;
    private SealconfException failure;

    private List<A> answers() {
      if (answers == null && failure == null) {
        try {
          answers = session.apply(questions);
        } catch (SealconfException e) {
          failure = e;
        }
      }
      if (failure != null) {
        throw failure;
      }
      return answers;
    }
  }
}
