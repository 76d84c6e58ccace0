package io.github.ks4j.win32;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A logger whose own faults go no further: there may be no memory, or a handler of the user's that throws, and yet what
 * was to be told of has to be brought to its end.
 */
final class Log {
    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    static Log of(Class<?> owner) {
        return new Log(System.getLogger(owner.getName()));
    }

    void log(Level level, String format, Object... arguments) {
        try {
            logger.log(level, format, arguments);
        } catch (RuntimeException | Error e) {
            // Nobody is left to be told.
        }
    }

    void log(Level level, String message, Throwable cause) {
        try {
            logger.log(level, message, cause);
        } catch (RuntimeException | Error e) {
            // Nobody is left to be told.
        }
    }
}
