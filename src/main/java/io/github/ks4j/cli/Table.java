package io.github.ks4j.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns, with two spaces between. */
final class Table {
    private final String indent;
    private final List<String[]> rows = new ArrayList<>();

    Table(String indent) {
        this.indent = indent;
    }

    Table row(Object... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            // Names come from drivers and may hold anything; a row is one line.
            row[i] = String.valueOf(cells[i]).replaceAll("\\p{Cntrl}", "?");
        }
        rows.add(row);
        return this;
    }

    List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), row[i].length()));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths.get(i) - row[i].length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
