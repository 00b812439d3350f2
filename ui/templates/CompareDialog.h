#pragma once

#include "core/TemplateStock.h"

#include <QDialog>

class QComboBox;
class QTableWidget;

namespace naryad::ui {

/// The window `Compare templates`: two templates side by side, what differs marked in words. Thread: the
/// GUI's.
class CompareDialog : public QDialog
{
    Q_OBJECT
public:
    /// `one`: as it is typed now; `id`: its own, which is not offered to compare it with.
    CompareDialog(const TemplateStock &stock, const TemplateBody &one, const QString &id, QWidget *parent);

private:
    void fill();

    TemplateStock m_stock;
    TemplateBody m_one;
    QComboBox *m_other;
    QTableWidget *m_table;
};

} // namespace naryad::ui
