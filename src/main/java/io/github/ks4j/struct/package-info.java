/**
 * The structures of {@code ks.h}, {@code ksmedia.h} and {@code mmreg.h}: one view class each, named as in the header,
 * over little-endian bytes. {@link io.github.ks4j.struct.Layout} computes sizes and offsets from one declaration, for
 * 64-bit and 32-bit processes.
 *
 * <p>May use {@code java.base} and nothing of the library.
 */
package io.github.ks4j.struct;
