package io.github.ks4j.io;

import io.github.ks4j.struct.Guid;

/**
 * A device interface that a filter has registered under a category: what enumeration finds.
 *
 * @param path the symbolic link by which the filter is opened
 * @param category the category it was found in, for example {@code KSCATEGORY_AUDIO}
 * @param friendlyName the name for people; the path where the driver gives none
 */
public record FilterInterface(String path, Guid category, String friendlyName) {}
