package app.afterbeep.ui.controls;

import java.util.List;
import javafx.scene.control.TableColumn;

/// How wide a column of a table comfortably is.
///
/// @param ems      in em, so that it follows the rep's font size
/// @param givesWay is left out where there is no room for all
record Width<R>(TableColumn<R, R> column, double ems, boolean givesWay) {
    private static final double SCROLL_BAR = 0.8;

    /// Shares the room of a table among the columns that have their place in it, in the proportion of their comfortable widths.
    ///
    /// @param width     of the table, in pixels; 0 while it is not known: then all have their place
    /// @param em        in pixels
    /// @param narrowest the part of its comfortable width that a column always keeps
    static <R> void share(List<Width<R>> widths, double width, double em, double narrowest) {
        double room = width - SCROLL_BAR * em;
        double needed = widths.stream().mapToDouble(Width::ems).sum() * em;
        for (Width<R> each : widths.reversed()) {
            boolean visible = !each.givesWay() || needed <= room || width == 0;
            needed -= visible ? 0 : each.ems() * em;
            each.column().setVisible(visible);
        }
        double share = width == 0 ? 1 : room / needed;
        for (Width<R> each : widths) {
            each.column().setMinWidth(each.ems() * em * narrowest);
            each.column().setPrefWidth(each.ems() * em * Math.max(share, narrowest));
        }
    }
}
