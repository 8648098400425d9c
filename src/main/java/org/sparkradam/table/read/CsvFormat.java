package org.sparkradam.table.read;

import java.util.Map;
import java.util.Set;
import org.sparkradam.table.column.MissingText;

/** Fields as text; see {@link CsvReader}. */
final class CsvFormat implements FormatTraits {
  @Override
  public Set<String> endings() {
    return Set.of("csv", "tsv", "txt");
  }

  @Override
  public boolean isTyped() {
    return false;
  }

  @Override
  public MissingText missing() {
    return MissingText.IN_CSV;
  }

  @Override
  public boolean takesTypes() {
    return true;
  }

  @Override
  public TableReader reader(TableInput input, SettledSource source) {
    return new CsvReader(input.session(), input.spec(), input.used(), input::found);
  }

  @Override
  public StoredTypes stored() {
    return StoredTypes.FLAT;
  }

  /** So that Spark's reader and ours take the file back. */
  @Override
  public Map<String, String> writing() {
    return Map.of("header", "true", "escape", "\"");
  }
}
