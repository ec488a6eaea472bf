/** Public benchmark files as requests. In: their text. Out: a request. */
@NullMarked
package io.gemba.routes.format;

import org.jspecify.annotations.NullMarked;
