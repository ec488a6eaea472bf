package io.gemba.standalone;

import io.gemba.standalone.stream.StreamCluster;
import org.apache.flink.api.common.JobID;

/**
 * A run of a job. The cluster stops it, keeping its checkpoints.
 *
 * @param cluster where it runs
 * @param id of the run
 */
record RunningJob(StreamCluster cluster, JobID id) implements AutoCloseable {

  /** Flink's word for its state, for example {@code RUNNING} or {@code RESTARTING}. */
  String status() {
    return cluster.status(id);
  }

  @Override
  public void close() {
    // cancelling would only cost time: the cluster stops all jobs at once
  }
}
