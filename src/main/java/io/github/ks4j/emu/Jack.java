package io.github.ks4j.emu;

import io.github.ks4j.set.EPcxConnectionType;
import io.github.ks4j.set.EPcxGenLocation;
import io.github.ks4j.set.EPcxGeoLocation;
import io.github.ks4j.set.EPxcPortConnection;
import io.github.ks4j.set.JACKDESC2;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSJACK_DESCRIPTION;
import io.github.ks4j.struct.KSJACK_DESCRIPTION2;
import io.github.ks4j.struct.KSJACK_DESCRIPTION3;
import io.github.ks4j.struct.KSJACK_SINK_INFORMATION;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A jack behind a bridge pin ({@link EmulatedPin.Builder#jacks}), into which something is plugged or not.
 *
 * <p>Its filter answers {@code KSPROPSETID_Jack} for the pin: {@code DESCRIPTION}, {@code DESCRIPTION2} and
 * {@code DESCRIPTION3} with a list of all jacks of the pin, {@code CONTAINERID} and {@code SINK_INFO} from its first jack
 * that has one. A request without room is told the size ({@code STATUS_BUFFER_OVERFLOW}), any shorter than the answer is
 * {@code STATUS_BUFFER_TOO_SMALL}; one for a pin without jacks, or without what is asked for, is
 * {@code STATUS_INVALID_DEVICE_REQUEST}.
 *
 * <p>A change generates {@code KSEVENT_PINCAPS_JACKINFOCHANGE} on the filter, for the clients that have enabled it for
 * the pin by {@code KSE_PIN}. A jack that does not detect what is plugged in always reads as connected, and generates
 * nothing. A buffered event keeps the pin id, a {@code ULONG}, of each change: Microsoft's pages do not say what.
 *
 * <p>Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kspropsetid-jack">KSPROPSETID_Jack</a>
 */
public final class Jack {
    private final KSJACK_DESCRIPTION description;
    private final int capabilities;
    private final int configuration;
    private final Guid containerId;
    private final KSJACK_SINK_INFORMATION sink;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean plugged;

    private Jack(Builder b) {
        this.description = KSJACK_DESCRIPTION
                .LAYOUT
                .allocate(Abi.X64)
                .set(KSJACK_DESCRIPTION.ChannelMapping, b.channelMapping)
                .set(KSJACK_DESCRIPTION.Color, b.color)
                .set(KSJACK_DESCRIPTION.ConnectionType, b.connectionType.value())
                .set(KSJACK_DESCRIPTION.GeoLocation, b.geoLocation.value())
                .set(KSJACK_DESCRIPTION.GenLocation, b.genLocation.value())
                .set(KSJACK_DESCRIPTION.PortConnection, b.portConnection.value());
        this.capabilities = b.capabilities;
        this.configuration = b.configuration;
        this.containerId = b.containerId;
        this.sink = b.sink;
        this.plugged = b.plugged;
    }

    /**
     * Starts the description of a jack: a 3.5 mm jack for two channels at the rear of the computer, that notices plugs
     * and has one in it.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Plugs something in. */
    public void plug() {
        change(true);
    }

    /** Unplugs it. */
    public void unplug() {
        change(false);
    }

    /**
     * Whether something is plugged in.
     *
     * @return what is the case, whether or not clients can see it
     */
    public boolean isPlugged() {
        return plugged;
    }

    private void change(boolean now) {
        boolean changed;
        synchronized (this) {
            changed = plugged != now;
            plugged = now;
        }
        if (changed && detects()) {
            listeners.forEach(Runnable::run);
        }
    }

    private boolean detects() {
        return (capabilities & JACKDESC2.PRESENCE_DETECT_CAPABILITY) != 0;
    }

    /** Is told when clients see a change. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Writes a {@code KSJACK_DESCRIPTION}. */
    void describe(ByteBuffer target, int offset) {
        target.put(offset, description.buffer(), description.offset(), description.size());
        boolean connected = plugged || !detects();
        KSJACK_DESCRIPTION.LAYOUT.at(Abi.X64, target, offset).set(KSJACK_DESCRIPTION.IsConnected, connected ? 1 : 0);
    }

    /** Writes a {@code KSJACK_DESCRIPTION2}. */
    void describe2(ByteBuffer target, int offset) {
        KSJACK_DESCRIPTION2.LAYOUT.at(Abi.X64, target, offset).set(KSJACK_DESCRIPTION2.JackCapabilities, capabilities);
    }

    /** Writes a {@code KSJACK_DESCRIPTION3}. */
    void describe3(ByteBuffer target, int offset) {
        KSJACK_DESCRIPTION3.LAYOUT.at(Abi.X64, target, offset).set(KSJACK_DESCRIPTION3.ConfigId, configuration);
    }

    /** The container; null if it has none. */
    Guid containerId() {
        return containerId;
    }

    /** The display behind the jack; null if there is none. */
    KSJACK_SINK_INFORMATION sink() {
        return sink;
    }

    /** Describes a jack. Not thread-safe. */
    public static final class Builder {
        private static final int STEREO = 3;

        private int channelMapping = STEREO;
        private int color;
        private EPcxConnectionType connectionType = EPcxConnectionType.eConnType3Point5mm;
        private EPcxGeoLocation geoLocation = EPcxGeoLocation.eGeoLocRear;
        private EPcxGenLocation genLocation = EPcxGenLocation.eGenLocPrimaryBox;
        private EPxcPortConnection portConnection = EPxcPortConnection.ePortConnJack;
        private int capabilities = JACKDESC2.PRESENCE_DETECT_CAPABILITY;
        private int configuration;
        private Guid containerId;
        private KSJACK_SINK_INFORMATION sink;
        private boolean plugged = true;

        private Builder() {}

        /**
         * Says which speakers the jack serves.
         *
         * @param mask {@code SPEAKER_} bits; front left and front right, 3, if it is not set
         * @return this
         */
        public Builder channelMapping(int mask) {
            channelMapping = mask;
            return this;
        }

        /**
         * Colours the jack.
         *
         * @param value as clients get it. Microsoft's pages contradict each other: by the structure's, blue is in the
         *     lowest byte and red in the third; by the example of the property's, the other way round. 0, black, if it
         *     is not set
         * @return this
         */
        public Builder color(int value) {
            color = value;
            return this;
        }

        /**
         * Says what plug fits.
         *
         * @param type the kind of plug
         * @return this
         */
        public Builder connectionType(EPcxConnectionType type) {
            connectionType = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * Says where the jack is.
         *
         * @param side on which side of the box
         * @param box in which box
         * @return this
         */
        public Builder location(EPcxGeoLocation side, EPcxGenLocation box) {
            geoLocation = Objects.requireNonNull(side, "side");
            genLocation = Objects.requireNonNull(box, "box");
            return this;
        }

        /**
         * Says what is behind the port.
         *
         * @param connection a jack or something built in
         * @return this
         */
        public Builder portConnection(EPxcPortConnection connection) {
            portConnection = Objects.requireNonNull(connection, "connection");
            return this;
        }

        /**
         * Says what the jack can do.
         *
         * @param flags {@link JACKDESC2} bits; {@link JACKDESC2#PRESENCE_DETECT_CAPABILITY} if it is not set
         * @return this
         */
        public Builder capabilities(int flags) {
            capabilities = flags;
            return this;
        }

        /**
         * Says in which configuration of the device the jack is.
         *
         * @param id what {@code KSPROPERTY_JACK_DESCRIPTION3} tells as {@code ConfigId}; 0 if it is not set
         * @return this
         */
        public Builder configuration(int id) {
            configuration = id;
            return this;
        }

        /**
         * Says what the jack belongs to.
         *
         * @param id the Plug and Play container
         * @return this
         */
        public Builder containerId(Guid id) {
            containerId = id;
            return this;
        }

        /**
         * Puts a display behind the jack.
         *
         * @param display what it says of itself
         * @return this
         */
        public Builder sink(KSJACK_SINK_INFORMATION display) {
            sink = display.copy();
            return this;
        }

        /**
         * Leaves the jack empty at first.
         *
         * @return this
         */
        public Builder unplugged() {
            plugged = false;
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the jack
         */
        public Jack build() {
            return new Jack(this);
        }
    }
}
