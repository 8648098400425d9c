package org.sparkradam.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.ReportFiles;
import org.sparkradam.report.RunDescription;

/**
 * Writes all that a fit leaves: the pipeline, which can be written before anything is measured,
 * CSV, JSON, pictures and the page.
 */
public final class FitFiles {
  /** The folder of the pipeline within that of the files. */
  public static final String MODEL = "model";

  private final OutputFolder folder;

  public FitFiles(OutputFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes the pipeline, with the schema of its table: it is what took the time.
   *
   * @return how many bytes its folder holds
   */
  public long writeModel(Configuration hadoop, FittedModel fitted) {
    try {
      SavedPipeline.of(fitted).write().overwrite().save(folder.location(MODEL));
      SchemaFile.write(hadoop, folder.location(MODEL), fitted.table().schema());
      Path model = new Path(folder.location(MODEL));
      return model.getFileSystem(hadoop).getContentSummary(model).getLength();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder.location(MODEL), e);
    }
  }

  /**
   * Writes every file but the pipeline.
   *
   * @param facts what run.json holds
   */
  public void write(FitReport report, RunDescription run, Map<String, Object> facts) {
    new ReportFiles(folder).write(new FitPage(report), run, facts);
  }
}
