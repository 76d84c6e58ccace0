/**
 * The catalogue: property, method and event sets with their items, categories, node types and formats. Each item knows
 * its set, its number, its name in the header, how its value lies in bytes, and the page that documents it.
 *
 * <p>A class is named as the enumeration or the prefix in the header, its constants as what follows:
 * {@code KSPROPERTY_PIN_CTYPES} is {@link io.github.ks4j.set.KSPROPERTY_PIN#CTYPES}.
 *
 * <p>May use {@link io.github.ks4j.struct} and nothing else of the library.
 */
package io.github.ks4j.set;
