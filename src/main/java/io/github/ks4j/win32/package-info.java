/**
 * The driver that hands requests to Windows, through JNA's direct mapping and nothing else native.
 *
 * <p>A call that completes at once costs one native call, allocates nothing and takes no lock. Every request has an
 * OVERLAPPED of its own, in a {@code Slot} that outlives the call; one that does not come back is cancelled, and if it
 * does not come back even then, its memory is parked until it does. Natives take {@code int} and {@code long} only, in
 * one class for each library; the process has to have 64 bits.
 *
 * <p>System properties:
 *
 * <ul>
 *   <li>{@code ks4j.win32.timeout}: how many milliseconds a call waits for its request; 10000 by default
 *   <li>{@code ks4j.win32.ready}: for how many milliseconds opening a filter, or creating an object below one, tries again
 *       while the device answers that it is not ready: four times at most, spread over that time; 1000 by default, 0 for
 *       one attempt
 *   <li>{@code ks4j.win32.library}: the path of one library to be used in place of all those of Windows
 * </ul>
 */
package io.github.ks4j.win32;
