#pragma once

#include "core/Ids.h"
#include "print/WorkOrder.h"
#include "widgets/Desk.h"

#include <QObject>
#include <QVector>

#include <functional>

class QWidget;

namespace naryad::ui {

/// Reads what is printed of some tasks and shows it before it is printed, or asks where it is to be saved.
/// Deletes itself when done. Thread: the GUI's.
class PrintOrders : public QObject
{
    Q_OBJECT
public:
    /// More at once are hardly meant.
    static constexpr int Most = 200;

    enum class To {
        Paper, ///< by a preview
        Pdf,
    };

    PrintOrders(Desk desk, const QVector<RowId> &rows, To to, QWidget *parent);

Q_SIGNALS:
    void failed(const QString &why);

private:
    void readContractors();
    void show();
    void preview(std::unique_ptr<QTextDocument> document);
    void savePdf(std::unique_ptr<QTextDocument> document);
    QString title() const;

    Desk m_desk;
    To m_to;
    QWidget *m_parent;
    QVector<WorkOrder> m_orders;
    int m_next = 0; ///< the order whose contractor is read next
};

} // namespace naryad::ui
