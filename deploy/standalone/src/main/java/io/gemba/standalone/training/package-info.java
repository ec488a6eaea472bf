/**
 * Learning from what was. In: folders of public data, or the topics of a running Gemba. Out: model
 * files, and a model announced to the jobs.
 */
@NullMarked
package io.gemba.standalone.training;

import org.jspecify.annotations.NullMarked;
