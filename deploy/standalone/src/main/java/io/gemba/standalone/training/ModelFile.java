package io.gemba.standalone.training;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps models in files: a file is there whole, or as it was before. */
final class ModelFile {
  private ModelFile() {}

  /** What writes a model. */
  @FunctionalInterface
  interface Content {
    /** Writes all of it. */
    void write(DataOutputStream out) throws IOException;
  }

  /** Replaces the file in one step once the model is complete. */
  static void write(Path out, Content model) throws IOException {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try (DataOutputStream file =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      model.write(file);
    }
    Files.move(part, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
