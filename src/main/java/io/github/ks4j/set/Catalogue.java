package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that the library knows by name: sets, their items, and GUIDs. For messages and for the command line; whatever is
 * not here can be used all the same.
 */
public final class Catalogue {
    private static final List<List<? extends KsItem>> ITEM_LISTS = List.of(
            KSPROPERTY_GENERAL.ITEMS,
            KSPROPERTY_MEDIASEEKING.ITEMS,
            KSPROPERTY_TOPOLOGY.ITEMS,
            KSPROPERTY_PIN.ITEMS,
            KSPROPERTY_QUALITY.ITEMS,
            KSPROPERTY_CONNECTION.ITEMS,
            KSPROPERTY_STREAM.ITEMS,
            KSPROPERTY_STREAMALLOCATOR.ITEMS,
            KSPROPERTY_STREAMINTERFACE.ITEMS,
            KSPROPERTY_CLOCK.ITEMS,
            KSPROPERTY_AUDIO.ITEMS,
            KSPROPERTY_TOPOLOGYNODE.ITEMS,
            KSPROPERTY_RTAUDIO.ITEMS,
            KSPROPERTY_JACK.ITEMS,
            KSPROPERTY_AUDIOSIGNALPROCESSING.ITEMS,
            KSPROPERTY_VIDCAP_VIDEOPROCAMP.ITEMS,
            KSPROPERTY_VIDCAP_CAMERACONTROL.ITEMS,
            KSPROPERTY_VIDCAP_VIDEOCONTROL.ITEMS,
            KSPROPERTY_VIDCAP_DROPPEDFRAMES.ITEMS,
            KSPROPERTY_VIDCAP_SELECTOR.ITEMS,
            KSPROPERTY_CAMERACONTROL_EXTENDED.ITEMS,
            KSMETHOD_STREAMALLOCATOR.ITEMS,
            KSMETHOD_STREAMIO.ITEMS,
            KSEVENT_CONNECTION.ITEMS,
            KSEVENT_CLOCK_POSITION.ITEMS,
            KSEVENT_STREAMALLOCATOR.ITEMS,
            KSEVENT_DEVICE.ITEMS,
            KSEVENT_PINCAPS_CHANGENOTIFICATIONS.ITEMS,
            KSEVENT_VOLUMELIMIT.ITEMS,
            KSEVENT_AUDIO_CONTROL_CHANGE.ITEMS,
            KSEVENT_LOOPEDSTREAMING.ITEMS,
            KSEVENT_VIDCAPTOSTI.ITEMS);

    private static final List<GuidFamily> FAMILIES = List.of(
            KSCATEGORY.FAMILY,
            KSNODETYPE.FAMILY,
            KSDATAFORMAT_TYPE.FAMILY,
            KSDATAFORMAT_SUBTYPE.FAMILY,
            KSDATAFORMAT_SPECIFIER.FAMILY,
            PINNAME.FAMILY,
            KSTIME_FORMAT.FAMILY,
            KSMEMORY_TYPE.FAMILY,
            KSINTERFACESETID.FAMILY,
            KSMEDIUMSETID.FAMILY,
            KSDEGRADESETID.FAMILY,
            KSPROPTYPESETID.FAMILY,
            KSATTRIBUTEID.FAMILY,
            AUDIO_SIGNALPROCESSINGMODE.FAMILY);

    private static final List<KsItem> ITEMS;
    private static final Map<String, KsItem> BY_NAME = new HashMap<>();
    private static final Map<Guid, String> NAMES = new HashMap<>();

    static {
        List<KsItem> items = new ArrayList<>();
        for (List<? extends KsItem> list : ITEM_LISTS) {
            for (KsItem item : list) {
                items.add(item);
                BY_NAME.put(item.name(), item);
                NAMES.putIfAbsent(item.set().guid(), item.set().name());
            }
        }
        ITEMS = Collections.unmodifiableList(items);
        NAMES.put(Guid.NULL, "GUID_NULL");
        KsSet extendedEvents = KSPROPERTY_CAMERACONTROL_EXTENDED.EVENT_SET;
        NAMES.put(extendedEvents.guid(), extendedEvents.name());
        for (GuidFamily family : FAMILIES) {
            family.names().forEach(NAMES::putIfAbsent);
        }
    }

    private Catalogue() {}

    /**
     * All items of all sets.
     *
     * @return an immutable list
     */
    public static List<KsItem> items() {
        return ITEMS;
    }

    /**
     * Finds an item by its C name.
     *
     * @param name for example {@code KSPROPERTY_PIN_CTYPES}, in any case
     * @return the item, if it is known
     */
    public static Optional<KsItem> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /**
     * The C name of a GUID.
     *
     * @param guid a set, a category, a node type, a format
     * @return the name, or the GUID's text if it has none here
     */
    public static String nameOf(Guid guid) {
        String name = NAMES.get(guid);
        return name != null ? name : guid.toString();
    }

    /**
     * The C name of an item.
     *
     * @param kind the kind of item, since sets of different kinds may share a GUID
     * @param set the set
     * @param id the item
     * @return the name, or the set's name and the number
     */
    public static String nameOf(Class<? extends KsItem> kind, Guid set, int id) {
        for (KsItem item : ITEMS) {
            if (item.id() == id && item.set().guid().equals(set) && kind.isInstance(item)) {
                return item.name();
            }
        }
        return nameOf(set) + " item " + Integer.toUnsignedString(id);
    }
}
