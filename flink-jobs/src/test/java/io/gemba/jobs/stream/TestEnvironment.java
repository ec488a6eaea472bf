package io.gemba.jobs.stream;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A MiniCluster of this JVM with the rules of {@link JobEnvironment}, without its disk. */
public final class TestEnvironment {
  private TestEnvironment() {}

  public static StreamExecutionEnvironment create() {
    Configuration options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(CoreOptions.DEFAULT_PARALLELISM, 2);
    return StreamExecutionEnvironment.getExecutionEnvironment(options);
  }
}
