/**
 * The emulated driver behind the seam: {@link io.github.ks4j.emu.EmulatedDriver}, the memory that its clients have, and
 * what the author of an emulated device describes it with. {@link io.github.ks4j.emu.EmulatedDevice} is made of
 * {@link io.github.ks4j.emu.EmulatedFilter}s, these of {@link io.github.ks4j.emu.EmulatedPin}s and
 * {@link io.github.ks4j.emu.EmulatedNode}s; handlers are those of {@link io.github.ks4j.kernel};
 * {@link io.github.ks4j.emu.PinDispatch} and {@link io.github.ks4j.emu.StreamQueue} are for streaming.
 * {@link io.github.ks4j.emu.VirtualAudioDevice} is the device that the driver has by default,
 * {@link io.github.ks4j.emu.VirtualCamera} another one.
 *
 * <p>May use {@link io.github.ks4j.kernel}, {@link io.github.ks4j.struct}, {@link io.github.ks4j.set} and
 * {@link io.github.ks4j.io}.
 */
package io.github.ks4j.emu;
