/**
 * For people who hold a JNA {@code Structure}, {@code Memory} or {@code Pointer}: {@link io.github.ks4j.jna.KsMemory} lends
 * it to a driver as payload, and the core request structures are here as JNA structures.
 *
 * <p>The structures have the names, members and layout of {@code ks.h} in a process of 64 bits, which is what all drivers
 * of this library take. ULONG and LONG are {@code int}, since Java has no unsigned; handles and pointers are
 * {@code Pointer}. They are for code that is written with such structures already: the views of
 * {@link io.github.ks4j.struct} need no native library and cost a hundredth.
 */
package io.github.ks4j.jna;
