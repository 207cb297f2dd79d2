package dev.sealconf.cli.git;

import dev.sealconf.cli.command.Command;

/**
 * A command behind {@code sealconf git}. An implementation is one class annotated
 * {@code @AutoService(GitAction.class)} with a public constructor without arguments. Its name is
 * {@code git} and one word, and its class is called like that word: {@code FilterProcessAction} for
 * {@code git filter-process}.
 */
public abstract class GitAction extends Command {}
