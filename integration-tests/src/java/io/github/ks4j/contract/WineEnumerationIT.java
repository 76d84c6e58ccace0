package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What SetupAPI of Wine tells of the driver, which is registered there as a driver of Windows is. */
@Timeout(60)
@ExtendWith(WineHost.class)
class WineEnumerationIT {
    private Driver driver;

    @BeforeEach
    void openTheDriver() {
        driver = WineHost.open();
    }

    @AfterEach
    void closeTheDriver() {
        driver.close();
    }

    static List<Guid> categories() {
        return List.of(KSCATEGORY.AUDIO, KSCATEGORY.RENDER, KSCATEGORY.CAPTURE);
    }

    private FilterInterface only(Guid category) {
        List<FilterInterface> found = driver.enumerate(category);
        assertEquals(1, found.size(), found::toString);
        return found.get(0);
    }

    @ParameterizedTest
    @MethodSource("categories")
    void theFilterHasAPathUnderEachOfItsCategories(Guid category) {
        String guid = category.toString().toLowerCase(Locale.ROOT);
        assertEquals(
                "\\\\?\\ks4j#stub#0000#" + guid + "\\filter", only(category).path());
    }

    @ParameterizedTest
    @MethodSource("categories")
    void thePathThatIsFoundLeadsToTheFilter(Guid category) {
        try (Handle filter = driver.open(only(category).path(), Driver.GENERIC_READ)) {
            new Requests(filter)
                    .property(Requests.head(StubFilter.PROPERTIES, StubFilter.ANSWER, KSPROPERTY_TYPE.GET), 4)
                    .succeedsWith(42);
        }
    }

    @Test
    void theNameIsThatOfTheInterface() {
        assertEquals(StubFilter.FRIENDLY_NAME, only(KSCATEGORY.AUDIO).friendlyName());
    }

    @Test
    void theNameIsThatOfTheDeviceWhereTheInterfaceHasNone() {
        assertEquals(StubFilter.FRIENDLY_NAME, only(KSCATEGORY.RENDER).friendlyName());
    }

    @Test
    void theDeviceTellsItsInstance() {
        assertEquals("KS4J\\STUB\\0000", only(KSCATEGORY.AUDIO).instanceId());
    }

    @Test
    void theDeviceTellsItsContainer() {
        assertEquals(
                Guid.of("{4B53344A-5354-5542-8001-000000000100}"),
                only(KSCATEGORY.AUDIO).containerId());
    }

    @Test
    void theOtherCategoriesOfTheFilterAreFoundByItsAliases() {
        assertEquals(Set.copyOf(categories()), only(KSCATEGORY.AUDIO).categories());
    }

    @Test
    void thatFiltersComeAndGoIsNotToldByWine() {
        assertThrows(KsNotSupportedException.class, () -> driver.watch(KSCATEGORY.AUDIO, new WatchNothing()));
    }

    private static final class WatchNothing implements InterfaceListener {
        @Override
        public void arrived(FilterInterface arrived) {}

        @Override
        public void removed(FilterInterface removed) {}
    }
}
