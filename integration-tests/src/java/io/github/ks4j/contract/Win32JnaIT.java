package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.github.ks4j.io.Driver;
import io.github.ks4j.jna.KsMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link JnaContract} through JNA, on the stub library. */
@ExtendWith(StubLibrary.class)
class Win32JnaIT extends JnaContract {
    @Override
    Driver open() {
        return StubLibrary.open();
    }

    @Test
    void theDriverGetsTheAddressOfTheMemoryItself() {
        Memory memory = new Memory(64);
        Pointer inside = memory.share(8);
        try (KsMemory whole = KsMemory.of(driver(), memory);
                KsMemory part = KsMemory.of(driver(), inside, 16)) {
            assertEquals(memory, whole.pointer());
            assertEquals(Pointer.nativeValue(memory) + 8, part.buffer().address());
        }
    }
}
