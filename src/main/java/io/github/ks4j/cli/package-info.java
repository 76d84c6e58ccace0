/**
 * The command line: lists filters, describes them, reads and sets properties, calls methods, plays and records WAV
 * files. Its entry point is {@link io.github.ks4j.cli.Main}.
 */
package io.github.ks4j.cli;
