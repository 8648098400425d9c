package org.sparkradam.table.read;

import java.util.Set;

/** Sources that Spark comes with, or has beside it, and that leave us little to say. */
enum SparkFormat implements FormatTraits {
  PARQUET("parquet") {
    @Override
    public boolean isColumnar() {
      return true;
    }

    @Override
    public StoredTypes stored() {
      return StoredTypes.ALL;
    }
  },

  ORC("orc") {
    @Override
    public boolean isColumnar() {
      return true;
    }
  },

  AVRO("avro"),

  JSON("json", "jsonl", "ndjson") {
    @Override
    public boolean keepsCorruptRecords() {
      return true;
    }
  },

  JDBC {
    @Override
    public StoredTypes stored() {
      return StoredTypes.FLAT;
    }
  };

  private final Set<String> endings;

  SparkFormat(String... endings) {
    this.endings = Set.of(endings);
  }

  @Override
  public Set<String> endings() {
    return endings;
  }
}
