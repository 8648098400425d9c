package org.sparkradam.fit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.sparkradam.report.Json;
import org.sparkradam.table.SeenValues;
import org.sparkradam.table.TableColumn;
import org.sparkradam.table.TableSchema;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnReading;

/**
 * The schema of the training table as a file in the folder of its pipeline, beside what Spark has
 * written there: Spark does not look at it, and it goes where the pipeline's folder goes.
 */
final class SchemaFile {
  private static final String NAME = "schema.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SchemaFile() {}

  static void write(Configuration hadoop, String pipeline, TableSchema schema) {
    Path file = new Path(pipeline, NAME);
    try (OutputStream out = file.getFileSystem(hadoop).create(file, true)) {
      out.write(Json.pretty(facts(schema)).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /**
   * @param pipeline its folder
   * @return nothing of a pipeline that came without one
   * @throws BadInputException if the file is damaged
   */
  static Optional<TableSchema> read(Configuration hadoop, Path pipeline) {
    Path file = new Path(pipeline, NAME);
    try {
      if (!file.getFileSystem(hadoop).exists(file)) {
        return Optional.empty();
      }
      try (InputStream in = file.getFileSystem(hadoop).open(file)) {
        return Optional.of(schema(MAPPER.readTree(in)));
      }
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw new BadInputException(
          "%s is damaged (%s); remove it to score without it".formatted(file, e), e);
    }
  }

  private static Map<String, Object> facts(TableSchema schema) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("select", schema.select().orElse(null));
    facts.put("timeZone", schema.timeZone());
    facts.put("missing", schema.missing());
    facts.put("columns", schema.columns().stream().map(SchemaFile::facts).toList());
    return facts;
  }

  /** Listed categories are in the pipeline itself. */
  private static Map<String, Object> facts(TableColumn column) {
    Map<String, Object> facts = SchemaFacts.of(column);
    column
        .seen()
        .filter(SeenValues.Filtered.class::isInstance)
        .ifPresent(seen -> facts.put("seen", ((SeenValues.Filtered) seen).encoded()));
    return facts;
  }

  private static TableSchema schema(JsonNode json) {
    List<TableColumn> columns = new ArrayList<>();
    json.required("columns").forEach(column -> columns.add(column(column)));
    List<String> missing = new ArrayList<>();
    json.required("missing").forEach(token -> missing.add(token.textValue()));
    return new TableSchema(
        columns,
        missing,
        Optional.ofNullable(json.path("select").textValue()),
        json.path("timeZone").asText());
  }

  private static TableColumn column(JsonNode json) {
    JsonNode missing = json.path("missing");
    return new TableColumn(
        json.required("name").textValue(),
        TableColumn.Role.valueOf(json.required("role").textValue()),
        json.required("type").textValue(),
        ColumnKind.valueOf(json.required("kind").textValue()),
        Optional.ofNullable(json.path("reading").textValue()).map(ColumnReading::valueOf),
        missing.isNumber() ? OptionalDouble.of(missing.doubleValue()) : OptionalDouble.empty(),
        Optional.ofNullable(json.path("seen").textValue()).map(SeenValues.Filtered::decoded));
  }
}
