package io.github.ks4j.bench;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CONNECT;
import io.github.ks4j.struct.KSPROPERTY;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Pins for those who go below the facade. */
final class BarePin {
    private BarePin() {}

    /** Opens pin 0 of a filter, and brings it to RUN. */
    static Handle run(Handle filter, DataFormat format, int access) {
        Driver driver = filter.driver();
        int size = KSPIN_CONNECT.LAYOUT.size(driver.abi());
        ByteBuffer bytes = ByteBuffer.allocate(size + format.size()).order(ByteOrder.LITTLE_ENDIAN);
        KSPIN_CONNECT connect = KSPIN_CONNECT.LAYOUT.at(driver.abi(), bytes, 0);
        connect.get(KSPIN_CONNECT.Interface).set(KSIDENTIFIER.Set, KSINTERFACESETID.Standard);
        connect.get(KSPIN_CONNECT.Medium).set(KSIDENTIFIER.Set, KSMEDIUMSETID.Standard);
        format.write(bytes, size);
        Handle pin = filter.create(KsObjectType.PIN, bytes, access);
        state(pin, KSSTATE.ACQUIRE);
        state(pin, KSSTATE.PAUSE);
        state(pin, KSSTATE.RUN);
        return pin;
    }

    private static void state(Handle pin, KSSTATE state) {
        Driver driver = pin.driver();
        try (KsBuffer request = driver.allocate(KSPROPERTY.LAYOUT.size());
                KsBuffer value = driver.allocate(Integer.BYTES)) {
            KSPROPERTY
                    .LAYOUT
                    .at(driver.abi(), request.bytes(), 0)
                    .set(KSPROPERTY.Set, KSPROPERTY_CONNECTION.SET.guid())
                    .set(KSPROPERTY.Id, KSPROPERTY_CONNECTION.STATE.id())
                    .set(KSPROPERTY.Flags, KSPROPERTY_TYPE.SET);
            value.bytes().putInt(0, state.value());
            long block = pin.control(IOCTL_KS.PROPERTY, request, request.size(), value, value.size());
            if (block != 0) {
                throw new IllegalStateException(state + ": 0x" + Long.toHexString(block));
            }
        }
    }
}
