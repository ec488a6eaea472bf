package io.gemba.standalone;

import io.gemba.standalone.stream.StreamCluster;
import org.apache.flink.api.common.JobID;

/**
 * A run of a job; its checkpoints outlive it.
 *
 * @param cluster where it runs
 * @param id of the run
 */
record RunningJob(StreamCluster cluster, JobID id) implements AutoCloseable {

  /** Flink's word for its state, for example {@code RUNNING} or {@code RESTARTING}. */
  String status() {
    return cluster.status(id);
  }

  /** Stops the job before what it reads and writes is stopped. */
  @Override
  public void close() {
    cluster.cancel(id);
  }
}
