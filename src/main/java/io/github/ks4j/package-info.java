/**
 * Kernel streaming for Java: what users import.
 *
 * <pre>{@code
 * try (Ks ks = Ks.open()) {
 *     for (FilterInterface found : ks.filters(KSCATEGORY.AUDIO)) {
 *         KsFilter filter = ks.filter(found);
 *         for (KsNode node : filter.nodes()) {
 *             if (node.type().equals(KSNODETYPE.VOLUME)) {
 *                 int level = node.channel(0).get(KSPROPERTY_AUDIO.VOLUMELEVEL);
 *                 System.out.println(found.friendlyName() + ": " + level / 65536.0 + " dB");
 *             }
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A {@link io.github.ks4j.Ks} opens filters; a {@link io.github.ks4j.KsFilter} has pin factories and nodes; a
 * {@link io.github.ks4j.KsPinFactory} opens pins; a {@link io.github.ks4j.KsPin} streams frames. All of them are
 * {@link io.github.ks4j.KsObject}s: they have properties, methods and events, which {@link io.github.ks4j.set} knows by
 * name.
 *
 * <p>May use {@link io.github.ks4j.struct}, {@link io.github.ks4j.set} and {@link io.github.ks4j.io}; drivers are found
 * through {@link java.util.ServiceLoader}.
 */
package io.github.ks4j;
