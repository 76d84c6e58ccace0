/**
 * The emulated driver behind the seam: {@link io.github.ks4j.emu.EmulatedDriver}, the process that its clients live in,
 * and what the author of an emulated device describes it with.
 *
 * <p><b>Ready-made devices:</b> {@link io.github.ks4j.emu.VirtualAudioDevice}, which the driver has by default,
 * {@link io.github.ks4j.emu.VirtualRtAudioDevice} and {@link io.github.ks4j.emu.VirtualCamera}.
 *
 * <p><b>Devices of one's own:</b> an {@link io.github.ks4j.emu.EmulatedDevice} is made of
 * {@link io.github.ks4j.emu.EmulatedFilter}s, these of {@link io.github.ks4j.emu.EmulatedPin}s and
 * {@link io.github.ks4j.emu.EmulatedNode}s; handlers are those of {@link io.github.ks4j.kernel};
 * {@link io.github.ks4j.emu.PinDispatch}, {@link io.github.ks4j.emu.PinInstance} and
 * {@link io.github.ks4j.emu.StreamQueue} are for streaming. Parts to be put in:
 * {@link io.github.ks4j.emu.AudioControl}, {@link io.github.ks4j.emu.AudioSignal}, {@link io.github.ks4j.emu.Jack},
 * {@link io.github.ks4j.emu.CameraControls}, {@link io.github.ks4j.emu.ExtensionUnit},
 * {@link io.github.ks4j.emu.TestCard}, {@link io.github.ks4j.emu.MediaSeeking}.
 *
 * <p><b>Time:</b> {@link io.github.ks4j.emu.VirtualTime}, {@link io.github.ks4j.emu.StreamTiming}. <b>What goes
 * wrong:</b> {@link io.github.ks4j.emu.Faults}, {@link io.github.ks4j.emu.Quirks}. <b>What was asked:</b> {@link io.github.ks4j.emu.RequestJournal}.
 *
 * <p>May use {@link io.github.ks4j.kernel}, {@link io.github.ks4j.struct}, {@link io.github.ks4j.set} and
 * {@link io.github.ks4j.io}.
 */
package io.github.ks4j.emu;
