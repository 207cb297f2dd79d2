package dev.sealconf.cli.git;

import dev.sealconf.cli.command.Command;

/**
 * An action of {@code sealconf git}. An implementation is one class with
 * {@code @AutoService(GitAction.class)} and a public constructor without arguments. Its name is
 * {@code git} and one word, which also names its class: {@code FilterProcessAction} for {@code git
 * filter-process}.
 */
public abstract class GitAction extends Command {}
