package app.afterbeep.studio;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/// A text area as high as its text: nothing scrolls inside of what scrolls.
final class WholeTextArea extends TextArea {
    private static final double BESIDE_EM = 1.2;
    private static final double ABOVE_EM = 0.9;
    private static final double BORDERS = 6;

    private final Text measured = new Text();

    WholeTextArea() {
        setWrapText(true);
        textProperty().subscribe(text -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double em = getFont().getSize();
        measured.setFont(getFont());
        measured.setText(getText().endsWith("\n") || getText().isEmpty() ? getText() + " " : getText());
        measured.setWrappingWidth(Math.max(em, (width < 0 ? getWidth() : width) - BESIDE_EM * em - BORDERS));
        return Math.ceil(measured.getLayoutBounds().getHeight()) + ABOVE_EM * em + BORDERS;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
