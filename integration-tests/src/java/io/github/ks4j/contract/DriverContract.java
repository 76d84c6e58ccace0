package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every driver answers, whoever stands behind it. The tests are abstract over the {@link Driver}; the classes that
 * end in {@code IT} say which.
 */
@Timeout(60)
abstract class DriverContract {
    private Driver driver;
    private Handle handle;

    /** A new driver under which the stub filter is found; the test closes it. */
    abstract Driver open();

    @BeforeEach
    void openTheFilter() {
        driver = open();
        handle = driver.open(StubFilter.PATH, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
    }

    @AfterEach
    void closeTheDriver() {
        driver.close();
    }

    final Driver driver() {
        return driver;
    }

    final Handle handle() {
        return handle;
    }

    final Requests filter() {
        return new Requests(handle);
    }
}
