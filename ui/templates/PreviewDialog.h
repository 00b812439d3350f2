#pragma once

#include "templates/TemplateDoc.h"

#include <QDialog>

namespace naryad::ui {

/// The window `Preview`: the template as the dispatcher's form of a task, and as the report the worker fills
/// in. What is typed into it is kept nowhere. Thread: the GUI's.
class PreviewDialog : public QDialog
{
    Q_OBJECT
public:
    PreviewDialog(const TemplateDoc &doc, const TemplateStock &stock, QWidget *parent);
};

} // namespace naryad::ui
