package io.github.ks4j.cli;

import io.github.ks4j.KsFilter;
import io.github.ks4j.KsNode;
import io.github.ks4j.KsNodeChannel;
import io.github.ks4j.PropertySupport;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KsIntProperty;
import java.io.PrintWriter;
import java.util.Optional;

/** The part of the demo that reads and sets the volume of the left channel, and puts it back. */
final class DemoVolume {
    private static final KsIntProperty VOLUMELEVEL = KSPROPERTY_AUDIO.VOLUMELEVEL;
    private static final int STEP = 6 * 65536;

    private DemoVolume() {}

    /**
     * Shows the volume, if there is one.
     *
     * @param owner goes before the node's number
     * @return false if the filter has no volume node
     */
    static boolean show(KsFilter filter, String owner, PrintWriter out) {
        Optional<KsNode> node = filter.nodes().stream()
                .filter(n -> n.type().equals(KSNODETYPE.VOLUME))
                .findFirst();
        if (node.isEmpty()) {
            return false;
        }
        KsNodeChannel left = node.get().channel(0);
        PropertySupport support = left.basicSupport(VOLUMELEVEL);
        out.println("  " + owner + "node " + node.get().id() + ", channel 0: " + Supports.text(VOLUMELEVEL, support));
        int before = left.get(VOLUMELEVEL);
        out.println("  volume  " + Values.decibels(before));
        try {
            int wanted = wanted(before, support);
            left.set(VOLUMELEVEL, wanted);
            out.println("  set to  " + Values.decibels(wanted));
            out.println("  reads   " + Values.decibels(left.get(VOLUMELEVEL)));
        } finally {
            left.set(VOLUMELEVEL, before);
        }
        out.println("  back to " + Values.decibels(left.get(VOLUMELEVEL)));
        return true;
    }

    /** A level 6 dB away, on the side where there is room. */
    private static int wanted(int before, PropertySupport support) {
        long lowest = support.range().map(PropertySupport.Member::minimum).orElse((long) Integer.MIN_VALUE);
        return before - (long) STEP >= lowest ? before - STEP : before + STEP;
    }
}
