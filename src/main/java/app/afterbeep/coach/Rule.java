package app.afterbeep.coach;

import java.util.List;

/// One thing that the coach looks for. Pure; looks at nothing but the reading.
interface Rule {
    List<Finding> read(Reading reading);
}
