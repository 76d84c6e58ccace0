package io.github.ks4j.contract;

import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KsItem;
import java.util.ArrayList;
import java.util.List;

/** What the steps of a client can have left behind in the stub filter. */
final class Aftermath {
    private static final int GET = KSPROPERTY_TYPE.GET;

    private Aftermath() {}

    /** Asks for all of it. */
    static List<Step> look() {
        List<Step> look = new ArrayList<>();
        for (int id : new int[] {StubFilter.LEVEL, StubFilter.BLOBSIZE, StubFilter.BLOBSUM}) {
            look.add(get(Requests.head(StubFilter.PROPERTIES, id, GET), 4));
        }
        look.add(get(Requests.head(StubFilter.PROPERTIES, StubFilter.GROWING, GET), 8));
        look.add(get(head(KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM, GET), 40));
        for (int channel = 0; channel < 2; channel++) {
            look.add(get(node(KSPROPERTY_AUDIO.VOLUMELEVEL, StubFilter.VOLUME_NODE, channel), 4));
            look.add(get(node(KSPROPERTY_AUDIO.MUTE, StubFilter.MUTE_NODE, channel), 4));
        }
        look.add(get(head(KSPROPERTY_PIN.CINSTANCES, GET, StubFilter.SINK_PIN, 0), 8));
        look.add(get(head(KSPROPERTY_PIN.CINSTANCES, GET, StubFilter.SOURCE_PIN, 0), 8));
        look.add(ask(Step.Target.SINK, IOCTL_KS.PROPERTY, head(KSPROPERTY_CONNECTION.STATE, GET), 4));
        look.add(ask(Step.Target.SOURCE, IOCTL_KS.PROPERTY, head(KSPROPERTY_CONNECTION.STATE, GET), 4));
        look.add(ask(
                Step.Target.FILTER,
                IOCTL_KS.METHOD,
                Requests.head(StubFilter.METHODS, StubFilter.TOTAL, KSMETHOD_TYPE.SEND),
                4));
        for (int i = 0; i < StubHost.SIGNALS; i++) {
            look.add(new Step.Look(i));
        }
        return look;
    }

    private static byte[] head(KsItem item, int flags, int... words) {
        return Requests.head(item.set().guid(), item.id(), flags, words);
    }

    private static byte[] node(KsItem item, int node, int channel) {
        return head(item, GET | KSPROPERTY_TYPE.TOPOLOGY, node, 0, channel, 0);
    }

    private static Step get(byte[] head, int length) {
        return ask(Step.Target.FILTER, IOCTL_KS.PROPERTY, head, length);
    }

    private static Step ask(Step.Target target, int code, byte[] head, int length) {
        return new Step.Call(target, code, Payload.of(head), Payload.of(new byte[length]), -1, false);
    }
}
