#pragma once

#include "core/Template.h"

#include <QAbstractListModel>
#include <QVector>

namespace naryad::models {

/// The values of a list field as its editor changes them, one a line; the last line is empty and takes a new
/// one. A value of the service's keeps its id whatever it is called; removed it stays, struck through, until
/// that is saved, and can be brought back. Thread: the GUI's.
class ValueListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit ValueListModel(QObject *parent = nullptr);

    /// `before`: what the service has; a value removed in both is not shown, and sent back as it came.
    void setValues(const QVector<ListOption> &values, const QVector<ListOption> &before);
    /// All of them, also those removed, in their order; without the empty line.
    QVector<ListOption> values() const;

    bool isNewLine(int row) const { return row == m_values.size(); }
    void move(int from, int to);
    /// Removes, or brings back what was removed.
    void toggleRemoved(int row);
    /// Puts the lines of a text in front of that row, each a new value; empty lines are left out. How many.
    int paste(const QString &text, int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

Q_SIGNALS:
    /// The user changed something.
    void edited();

private:
    QVector<ListOption> m_values;
    QVector<ListOption> m_gone; ///< removed before, and not shown
};

} // namespace naryad::models
