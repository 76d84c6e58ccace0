/**
 * The seam between the library and what answers its requests: {@link io.github.ks4j.io.Driver} and
 * {@link io.github.ks4j.io.Handle}, the memory that travels across ({@link io.github.ks4j.io.KsBuffer},
 * {@link io.github.ks4j.io.KsAllocator}), the outcomes ({@link io.github.ks4j.io.NtStatus},
 * {@link io.github.ks4j.io.Win32Error}, {@link io.github.ks4j.io.KsException}), and
 * {@link io.github.ks4j.io.Gate}, which keeps closing and calling apart.
 *
 * <p>May use {@link io.github.ks4j.struct} and nothing else of the library.
 */
package io.github.ks4j.io;
