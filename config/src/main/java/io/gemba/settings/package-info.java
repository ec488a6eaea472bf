/**
 * Where the parts of an installation are: brokers, database, time series, ports. In: a YAML file
 * and the environment. Out: a {@link io.gemba.settings.Settings}, or every error in it at once.
 */
@NullMarked
package io.gemba.settings;

import org.jspecify.annotations.NullMarked;
