/** What reading JSON the way Go does has to say, for every phase that reads some. */
@NullMarked
package dev.strake.frontend.json;

import org.jspecify.annotations.NullMarked;
