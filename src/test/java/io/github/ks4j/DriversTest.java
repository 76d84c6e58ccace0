package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.io.Requirement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Which driver is taken, and what is said when it cannot be. */
class DriversTest {
    private static final boolean WINDOWS = true;
    private static final boolean LINUX = false;

    private final Driver.Provider emu = provider("emu", false);
    private final Driver.Provider win32 = provider("win32", true);
    private final Driver.Provider win32Elsewhere = provider("win32", false);

    private static Driver.Provider provider(String name, boolean isNative) {
        Driver.Provider provider = mock(Driver.Provider.class);
        Driver driver = mock(Driver.class);
        lenient().when(provider.name()).thenReturn(name);
        lenient().when(provider.isNative()).thenReturn(isNative);
        lenient().when(provider.open()).thenReturn(driver);
        lenient().when(driver.name()).thenReturn(name);
        return provider;
    }

    /** What the service loader finds; null is a provider that cannot be loaded. */
    private static Drivers found(Driver.Provider... providers) {
        Iterator<Driver.Provider> all = Arrays.asList(providers).iterator();
        return new Drivers(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public ServiceLoader.Provider<Driver.Provider> next() {
                if (!all.hasNext()) {
                    throw new NoSuchElementException();
                }
                Driver.Provider next = all.next();
                return new ServiceLoader.Provider<>() {
                    @Override
                    public Class<? extends Driver.Provider> type() {
                        return Driver.Provider.class;
                    }

                    @Override
                    public Driver.Provider get() {
                        if (next == null) {
                            throw new ServiceConfigurationError("broken");
                        }
                        return next;
                    }
                };
            }
        });
    }

    @Test
    void theNativeDriverIsTakenFirst() {
        assertEquals("win32", found(emu, win32).open(WINDOWS).name());
    }

    @Test
    void theEmulationIsTakenWhereNoDriverIsNative() {
        assertEquals("emu", found(win32Elsewhere, emu).open(LINUX).name());
    }

    @Test
    void aNameIsStrict() {
        assertEquals("emu", found(win32, emu).open("emu").name());
    }

    @Test
    void anUnknownNameListsTheNamesThatThereAre() {
        KsException e = assertThrows(KsException.class, () -> found(emu, win32).open("alsa"));
        assertEquals("no driver is called \"alsa\"; there are: emu, win32", e.getMessage());
    }

    @Test
    void theFailureOfTheNativeDriverIsNoReasonToTakeAnother() {
        KsException failure = KsException.of("load kernel32", NtStatus.NOT_SUPPORTED);
        lenient().when(win32.open()).thenThrow(failure);

        assertSame(
                failure, assertThrows(KsException.class, () -> found(emu, win32).open(WINDOWS)));
        verify(emu, never()).open();
    }

    @Test
    void aDriverWithoutItsLibraryFailsWithTheCause() {
        UnsatisfiedLinkError cause = new UnsatisfiedLinkError("kernel32");
        lenient().when(win32.open()).thenThrow(cause);

        KsException e = assertThrows(KsException.class, () -> found(win32).open("win32"));
        assertSame(cause, e.getCause());
        assertTrue(e.getMessage().contains("win32"), e.getMessage());
    }

    @Test
    void aBrokenProviderDoesNotHideTheOthers() {
        assertEquals("emu", found(null, emu).open(LINUX).name());
    }

    @Test
    void aBrokenProviderIsTheSuppressedCauseOfAMissingDriver() {
        KsException e = assertThrows(KsException.class, () -> found(null, emu).open("win32"));
        assertEquals("broken", e.getSuppressed()[0].getMessage());
    }

    @Test
    void onWindowsTheEmulationIsNotTakenUnasked() {
        KsException e = assertThrows(KsException.class, () -> found(null, emu).open(WINDOWS));
        assertEquals(1, e.getSuppressed().length);
        verify(emu, never()).open();
    }

    @Test
    void noDriverAtAllIsAnError() {
        assertThrows(KsException.class, () -> found().open(LINUX));
    }

    @Test
    void theServiceLoaderFindsTheEmulation() {
        try (Ks ks = Ks.open("emu")) {
            assertTrue(ks.isEmulated());
        }
    }

    @Test
    void theSystemPropertyNamesTheDriver() {
        System.setProperty("ks4j.driver", "no such driver");
        try {
            KsException e = assertThrows(KsException.class, Ks::open);
            assertTrue(e.getMessage().contains("no such driver"), e.getMessage());
        } finally {
            System.clearProperty("ks4j.driver");
        }
    }

    @Test
    void aReportTriesEachDriver() {
        KsException failure = KsException.of("load kernel32", NtStatus.NOT_SUPPORTED);
        lenient().when(win32.open()).thenThrow(failure);
        lenient().when(win32.requirements()).thenReturn(List.of(new Requirement("kernel32", false, "gone")));

        List<KsDriverReport> reports = found(win32, null, emu).report();
        assertEquals(
                List.of(
                        new KsDriverReport(
                                "win32",
                                true,
                                List.of(new Requirement("kernel32", false, "gone")),
                                Optional.of(failure)),
                        new KsDriverReport("emu", false, List.of(), Optional.empty())),
                reports.subList(0, 2));
        assertEquals("(not loaded)", reports.get(2).name());
        assertEquals("broken", reports.get(2).failure().orElseThrow().getCause().getMessage());
    }

    @Test
    void requirementsThatCannotBeFoundOutAreNotMet() {
        lenient().when(win32.requirements()).thenThrow(new UnsatisfiedLinkError("jnidispatch"));

        Requirement unknown = found(win32).report().get(0).requirements().get(0);
        assertTrue(unknown.detail().contains("jnidispatch"), unknown::toString);
        assertFalse(unknown.isMet());
    }

    @Test
    void aReportClosesWhatItOpened() {
        found(emu).report();
        verify(emu.open()).close();
    }

    @Test
    void providersAreNotOpenedToFindOutTheirNames() {
        found(emu, win32).open("win32");
        verify(emu, never()).open();
    }
}
