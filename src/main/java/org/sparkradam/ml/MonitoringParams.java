package org.sparkradam.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The params of {@link HasMonitoring}, as one stage owns them. */
final class MonitoringParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final Param<String> metricsPath;

  MonitoringParams(Params owner) {
    metricsPath =
        new Param<>(
            owner,
            "metricsPath",
            "folder where each fit writes its metrics as JSON lines; not set: none",
            Validator.path("metricsPath"));
  }
}
