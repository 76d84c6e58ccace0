package io.github.ks4j.set;

/** Values of {@link KSPROPERTY_AUDIO#CPU_RESOURCES}; named as in the header without the prefix. */
public final class KSAUDIO_CPU_RESOURCES {
    /** {@code KSAUDIO_CPU_RESOURCES_NOT_HOST_CPU}: hardware does the work. */
    public static final int NOT_HOST_CPU = 0;

    /** {@code KSAUDIO_CPU_RESOURCES_HOST_CPU}: the processor does the work. */
    public static final int HOST_CPU = 0x7FFFFFFF;

    private KSAUDIO_CPU_RESOURCES() {}
}
