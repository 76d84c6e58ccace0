/**
 * The request dispatch of {@code ks.sys} in Java: IRPs, and the handlers that answer property and method requests from
 * tables. What the author of an emulated driver programs against.
 *
 * <p>May use {@link io.github.ks4j.struct}, {@link io.github.ks4j.set} and {@link io.github.ks4j.io}. Knows no files, no
 * sockets, no threads that it did not get, and no wall clock.
 */
package io.github.ks4j.kernel;
