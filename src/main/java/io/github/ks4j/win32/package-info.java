/**
 * The driver that hands requests to Windows, through JNA's direct mapping and nothing else native.
 *
 * <p>A call that completes at once costs one native call, allocates nothing and takes no lock. Every request has an
 * OVERLAPPED of its own, in a {@code Slot} that outlives the call; one that does not come back is cancelled, and if it
 * does not come back even then, its memory is parked until it does. A device that has 64 parked is sent no more. Natives
 * take {@code int} and {@code long} only, in one class for each library; the process has to have 64 bits.
 *
 * <p>What lasts as long as the device's driver takes, since Windows has no end to it either: opening a filter and creating
 * an object below one, closing one, the part of a request that the driver does before it says that it is pending, and a
 * driver's part in being asked to cancel.
 *
 * <p>Devices that come and go are told by the configuration manager (Windows 8 and later), in threads of its own, to one
 * native callback that only leaves a note; one thread of the driver's tells the listeners. When Windows asks to remove a
 * device, the callback itself closes the filters of it that are open, since Windows gives up otherwise; nobody is asked.
 * From then on they answer {@code KsClosedException}.
 *
 * <p>All of this runs over a library in C that stands in for Windows; layouts and constants are compared with its headers.
 * Only Windows itself can show: in which order and how late notifications come, how names and paths are spelt in them
 * (their case is ignored), whether a driver lets its device go once nobody has it open, which code a driver refuses to be
 * opened with when it is busy, and how long a device stays not ready.
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
