/**
 * {@code ks.sys} in Java: what the author of an emulated driver programs against.
 *
 * <p>A request is an {@link io.github.ks4j.kernel.Irp}. A {@link io.github.ks4j.kernel.DriverObject} hands it to the
 * {@link io.github.ks4j.kernel.KsDispatchTable} of its {@link io.github.ks4j.kernel.FileObject}, and that to
 * {@link io.github.ks4j.kernel.KsPropertyHandler}, {@link io.github.ks4j.kernel.KsMethodHandler},
 * {@link io.github.ks4j.kernel.KsEnableEvent} or {@link io.github.ks4j.kernel.KsProbeStreamIrp}, which check it, capture
 * its parameters and find the item in a table of sets. {@link io.github.ks4j.kernel.EventList} and
 * {@link io.github.ks4j.kernel.KsCancelableQueue} keep what outlives a call. {@link io.github.ks4j.kernel.ObjectName} and
 * the validators read what an object is created with; {@link io.github.ks4j.kernel.KsDefaultClock} and
 * {@link io.github.ks4j.kernel.KsDefaultAllocator} stand behind clocks and allocators.
 *
 * <p>May use {@link io.github.ks4j.struct}, {@link io.github.ks4j.set} and {@link io.github.ks4j.io}. Knows no files, no
 * sockets, no threads that it did not get, and no wall clock.
 */
package io.github.ks4j.kernel;
